import type { KeyboardEvent } from 'react'

import type { VirtualMachine } from '~/domain/virtual-machine'
import { m } from '~/texts/messages'

import classes from './palette.module.css'

const escape = 'Esc'

/** Where one types. The focus stays here; the list below is moved through from here. */
export function PaletteField({
  listId,
  activeId,
  text,
  vm,
  onText,
  onBack,
  onKeyDown,
  onClose,
}: {
  readonly listId: string
  /** The entry that the keyboard reached. */
  readonly activeId: string | null
  readonly text: string
  /** The VM whose actions alone are searched. */
  readonly vm: VirtualMachine | null
  readonly onText: (text: string) => void
  readonly onBack: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly onClose: () => void
}) {
  return (
    <div className={classes['head']}>
      {vm ? (
        <button
          type="button"
          className={classes['scope']}
          aria-label={m.palette_back({ vm: vm.name })}
          onClick={(event) => {
            event.currentTarget.parentElement?.querySelector('input')?.focus()
            onBack()
          }}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M10 3.5L5.5 8l4.5 4.5" />
          </svg>
          <bdi>{vm.name}</bdi>
        </button>
      ) : (
        <svg className={classes['glass']} viewBox="0 0 16 16" aria-hidden="true">
          <path d="M7 2.25a4.75 4.75 0 1 0 0 9.5a4.75 4.75 0 0 0 0-9.5zM10.5 10.5l3.25 3.25" />
        </svg>
      )}
      <input
        data-first
        type="text"
        className={classes['field']}
        role="combobox"
        aria-label={vm ? m.palette_group_vm({ vm: vm.name }) : m.palette_field()}
        aria-describedby={`${listId}-how`}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={activeId ?? undefined}
        placeholder={vm ? m.palette_hint_vm() : m.palette_hint()}
        value={text}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={200}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span id={`${listId}-how`} hidden>
        {vm ? m.palette_how_vm() : m.palette_how()}
      </span>
      <button type="button" className={classes['close']} onClick={onClose}>
        <kbd className={classes['key']}>{escape}</kbd>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4 4l8 8M12 4l-8 8" />
        </svg>
        <span className={classes['hidden']}>{m.common_close()}</span>
      </button>
    </div>
  )
}
